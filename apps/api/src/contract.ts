import { identity } from './identity.ts';
import { ladder } from './ladder.ts';
import { library } from './library.ts';
import { registry } from './registry.ts';
import { system } from './system.ts';

/** All that the server answers and the web asks. */
export const contract = { identity, registry, ladder, library, system };
