/** Exports are plain links to the server: the browser streams the file, the address carries the same filters as the page. */
export function fileUrl(path: string, search = ''): string {
  return `/api/files/${path}${search}`;
}

/** Starts a download without leaving the page. */
export function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
