import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { shellCopy } from '../copy.ts';
import { number } from '../format/number.ts';
import { useCopy } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Field } from '../parts/Field.tsx';

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  onChange(page: number, pageSize: number): void;
}

const SIZES = [20, 50, 100, 200];

/** Total, page and page size; the total is what the viewer may see. */
export function Pager({ page, pageSize, total, onChange }: PagerProps) {
  const t = useCopy(shellCopy);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav className="pager" aria-label={t.pageOf(page, pages)}>
      <span className="pager-total">{t.total(number(total))}</span>
      <Field inline label={t.perPage}>
        {(control) => (
          <Choice
            {...control}
            value={String(pageSize)}
            options={SIZES.map((size) => ({ value: String(size), label: String(size) }))}
            onChange={(size) => onChange(1, Number(size))}
          />
        )}
      </Field>
      <Button
        size="small"
        icon={<LeftOutlined />}
        aria-label={t.previousPage}
        disabled={page <= 1}
        onClick={() => onChange(page - 1, pageSize)}
      />
      <span aria-live="polite">{t.pageOf(page, pages)}</span>
      <Button
        size="small"
        icon={<RightOutlined />}
        aria-label={t.nextPage}
        disabled={page >= pages}
        onClick={() => onChange(page + 1, pageSize)}
      />
    </nav>
  );
}
