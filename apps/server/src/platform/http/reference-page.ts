/** The parts of an OpenAPI document that the page shows. */
export interface ApiDocument {
  info: { title: string; description?: string };
  paths: Record<string, Record<string, ApiOperation>>;
}

interface ApiOperation {
  operationId?: string;
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: { content?: Record<string, { schema?: object }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
}

/** The contract to read: plain HTML without scripts, so it works without any other host. */
export function referencePage(document: ApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.operationId?.split('.')[0] ?? '');
  const contents = [...groups.keys()]
    .map((group) => `<a href="#${escapeHtml(group)}">${escapeHtml(group)}</a>`)
    .join(' · ');
  const sections = [...groups].map(
    ([group, members]) => `<h2 id="${escapeHtml(group)}">${escapeHtml(group)}</h2>${members.map(section).join('')}`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)}</title><style>${style}</style></head><body><main>
<h1>${escapeHtml(document.info.title)}</h1><p>${escapeHtml(document.info.description ?? '')} · <a href="/api/openapi.json">openapi.json</a></p>
<p>REST 地址前缀 <code>/api/v1</code>。请求与应答为 JSON；出错时应答 <code>{code, message: {zh, en}, remedy, fields, requestId}</code>。</p>
<nav>${contents}</nav>${sections.join('')}</main></body></html>`;
}

interface Listed {
  path: string;
  method: string;
  operation: ApiOperation;
}

function section({ path, method, operation }: Listed): string {
  const { parameters = [], requestBody, responses = {} } = operation;
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escapeHtml(one.name)}</code></td><td>${one.in}</td><td>${one.required ? '是' : '否'}</td><td>${schemaText(one.schema)}</td></tr>`,
  );
  const table = rows.length
    ? `<table><thead><tr><th>参数</th><th>位置</th><th>必填</th><th>类型</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    : '';
  const body = firstSchema(requestBody?.content);
  const answers = Object.entries(responses).map(([status, { content }]) => {
    const schema = firstSchema(content);
    return schema ? `<h4>应答 ${escapeHtml(status)}</h4><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre>` : '';
  });
  return `<details><summary><b class="${method.toLowerCase()}">${method}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}</summary>
${table}${body ? `<h4>请求体</h4><pre>${escapeHtml(JSON.stringify(body, null, 2))}</pre>` : ''}${answers.join('')}</details>`;
}

function firstSchema(content: Record<string, { schema?: object }> | undefined): object | undefined {
  return Object.values(content ?? {})[0]?.schema;
}

function schemaText(schema: object | undefined): string {
  return `<code>${escapeHtml(JSON.stringify(schema ?? {}))}</code>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;margin:0;color:#1b1f1d;background:#fff}
main{max-width:60rem;margin:0 auto;padding:1.5rem}a{color:#1f6b45}summary{cursor:pointer;padding:.35rem 0}
details{border-bottom:1px solid #dfe4e1}pre{background:#f5f7f6;padding:.75rem;overflow:auto;font-size:13px}
table{border-collapse:collapse}td,th{border:1px solid #dfe4e1;padding:.25rem .6rem;text-align:left}
b{display:inline-block;min-width:4rem}.get{color:#1f6b45}.post,.put{color:#7a4b00}.delete{color:#a1261f}`;
