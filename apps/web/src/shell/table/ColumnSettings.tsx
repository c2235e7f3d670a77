import { SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import type { Column } from './column.ts';
import { visibleColumns } from './column.ts';

interface ColumnSettingsProps<Row> {
  columns: readonly Column<Row>[];
  /** Keys kept in the address; undefined = the default columns. */
  chosen: string[] | undefined;
  onChange(chosen: string[] | undefined): void;
}

/** 列设置: which columns are shown. The name column always is. */
export function ColumnSettings<Row>({ columns, chosen, onChange }: ColumnSettingsProps<Row>) {
  const t = useCopy(shellCopy);
  const shown = new Set(visibleColumns(columns, chosen).map((column) => column.key));
  const toggle = (key: string, on: boolean) => {
    const next = columns.filter((c) => (c.key === key ? on : shown.has(c.key))).map((c) => c.key);
    onChange(next);
  };
  return (
    <Disclosure label={t.columns} icon={<SettingOutlined />} align="end">
      <fieldset className="check-list">
        <legend className="sr-only">{t.columns}</legend>
        {columns.slice(1).map((column) => (
          <label key={column.key}>
            <input
              type="checkbox"
              checked={shown.has(column.key)}
              onChange={(e) => toggle(column.key, e.target.checked)}
            />
            {column.title}
          </label>
        ))}
      </fieldset>
      <Button size="small" onClick={() => onChange(undefined)}>
        {t.resetColumns}
      </Button>
    </Disclosure>
  );
}
