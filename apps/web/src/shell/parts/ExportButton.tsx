import { DownloadOutlined } from '@ant-design/icons';
import { shellCopy } from '../copy.ts';
import { download, fileUrl } from '../download.ts';
import { useCopy } from '../language.tsx';
import { stringifySearch } from '../url/search.ts';
import { ActionButton } from './ActionButton.tsx';

interface ExportButtonProps {
  /** Under `/api/files/`, e.g. `enterprises.xlsx`. */
  path: string;
  /** The filters of the page; paging does not belong here. */
  filters?: Record<string, unknown>;
  label?: string;
  disabledReason?: string;
}

/** Exports what the page's filters select (not only the visible page), on the server, as the viewer. */
export function ExportButton({ path, filters, label, disabledReason }: ExportButtonProps) {
  const t = useCopy(shellCopy);
  return (
    <ActionButton
      icon={<DownloadOutlined />}
      disabledReason={disabledReason}
      onClick={() => download(fileUrl(path, filters ? stringifySearch(filters) : ''))}
    >
      {label ?? t.exportXlsx}
    </ActionButton>
  );
}
