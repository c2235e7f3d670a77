import { contract } from '@forest/api';
import { programContent } from '../platform/content/index.ts';
import type { Context } from '../platform/context.ts';
import { may, procedures } from '../platform/http/procedures.ts';
import { todayOf } from '../registry/index.ts';
import { getRule } from './get-rule.ts';
import { listFacts } from './list-facts.ts';
import { listRules } from './rule-head.ts';
import { searchIndustries } from './search-industries.ts';

const os = procedures(contract.library);
const mayRead = may('rule.read');

const router = os.router({
  rules: {
    list: os.rules.list
      .use(mayRead)
      .handler(({ input, context }) => listRules(programContent(), input.asOf ?? todayOf(context.clock))),
    get: os.rules.get
      .use(mayRead)
      .handler(({ input, context }) => getRule(programContent(), input.id, todayOf(context.clock))),
  },
  facts: { list: os.facts.list.use(mayRead).handler(() => listFacts(programContent())) },
  industries: {
    search: os.industries.search.use(mayRead).handler(({ input }) => searchIndustries(programContent(), input.q)),
  },
});

export const libraryContext: Context = {
  name: 'library',
  migrations: [],
  router,
  // Reads and checks the content: a server with half its rules would judge wrongly, so it does not start.
  start: async () => {
    programContent();
  },
};
