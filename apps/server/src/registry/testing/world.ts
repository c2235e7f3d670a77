import type { Grant } from '@forest/domain';
import { loadContent } from '@forest/rules';
import { fixedClock } from '../../platform/clock.ts';
import { contentFolder, readFolder } from '../../platform/content/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { publicViewer, type Viewer } from '../../platform/viewer.ts';
import type { UseCase } from '../use-case.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary/vocabulary.ts';

export function viewer(id: string, ...grants: Grant[]): Viewer {
  return { ...publicViewer, id, grants, signedIn: true, username: id, name: id, sessionId: id };
}

const files = readFolder(contentFolder);
const vocabulary: Vocabulary = vocabularyOf({ library: loadContent(files), files });

/** Everything a use case is given; the clock stands at noon of 2026-11-22 in China. */
export function useCase(db: Db, user: Viewer, at = '2026-11-22T04:00:00Z'): UseCase {
  return { db, user, clock: fixedClock(at), vocabulary };
}
