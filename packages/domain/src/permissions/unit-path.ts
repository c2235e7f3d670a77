/** A unit's place in the organisation tree: the ids from the root, `/` before, between and after them. */
export const ROOT_PATH = '/';

/** Lower-case letters, digits and hyphens: nothing that a LIKE pattern or a URL would read differently. */
export function isUnitId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
}

/** @throws RangeError when the id is not one. */
export function childPath(parent: string, id: string): string {
  if (!isUnitId(id)) throw new RangeError(`not a unit id (a-z, 0-9 and -): ${id}`);
  return `${parent}${id}/`;
}

/** Whether `path` is `ancestor` or lies below it. The final slash keeps `/a/xin/` apart from `/a/xincheng/`. */
export function isWithin(path: string, ancestor: string): boolean {
  return path.startsWith(ancestor);
}
