import { contract } from '@forest/api';
import { programContent } from '../platform/content/index.ts';
import { may, procedures } from '../platform/http/procedures.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import { showBoard } from './board/show-board.ts';
import { listCalendar } from './calendar/list-calendar.ts';
import { listCensuses } from './census/list-censuses.ts';
import { cancelCensus, startCensus } from './census/start-census.ts';
import { explainVerdict } from './explain/explain-verdict.ts';
import { judgeEnterprise } from './explain/judge-enterprise.ts';
import { listHistory } from './history/list-history.ts';
import { listNearMisses, listVerdicts } from './lists/list-verdicts.ts';
import { listMovement } from './movement/list-movement.ts';
import type { UseCase } from './use-case.ts';

const os = procedures(contract.ladder);
const mayRead = may('verdict.read');
const mayRun = may('census.run');
const caseOf = (context: RequestContext): UseCase => ({ ...context, content: programContent() });

/** `contract.ladder`. */
export const router = os.router({
  census: {
    run: os.census.run.use(mayRun).handler(({ input, context }) => startCensus(input, context)),
    list: os.census.list.use(mayRead).handler(({ input, context }) => listCensuses(input, caseOf(context))),
    cancel: os.census.cancel.use(mayRun).handler(({ input, context }) => cancelCensus(input, context)),
  },
  board: os.board.use(mayRead).handler(({ input, context }) => showBoard(input, caseOf(context))),
  list: os.list.use(mayRead).handler(({ input, context }) => listVerdicts(input, caseOf(context))),
  nearMiss: os.nearMiss.use(mayRead).handler(({ input, context }) => listNearMisses(input, caseOf(context))),
  calendar: os.calendar.use(mayRead).handler(({ input, context }) => listCalendar(input, caseOf(context))),
  movement: os.movement.use(mayRead).handler(({ input, context }) => listMovement(input, caseOf(context))),
  enterprise: os.enterprise.use(mayRead).handler(({ input, context }) => judgeEnterprise(input, caseOf(context))),
  explain: os.explain.use(mayRead).handler(({ input, context }) => explainVerdict(input, caseOf(context))),
  history: os.history.use(mayRead).handler(({ input, context }) => listHistory(input, caseOf(context))),
});
