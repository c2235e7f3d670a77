import { ladder } from './ladder.ts';
import { library } from './library.ts';
import { registry } from './registry.ts';
import { system } from './system.ts';

/** All that the server answers and the web asks. Identity is added by its own file. */
export const contract = { registry, ladder, library, system };
