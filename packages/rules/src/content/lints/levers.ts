import { elaborateRule } from '../../language/compile.ts';
import { readsOf } from '../../levers/reads.ts';
import { finding, type Lint } from './lint.ts';

/** A lever must be able to move its criterion. */
export const levers: Lint = (source, library) =>
  source.rule.versions.flatMap((version, v) => {
    const { tree } = elaborateRule(library, source.rule.id, v, version.effectiveFrom);
    return tree.criteria.flatMap((criterion, c) => {
      const read = readsOf(tree, criterion.test).slots;
      return criterion.levers.flatMap((lever, index) => {
        const { fact, kind } = tree.slots[lever.slot]!;
        if (read.has(lever.slot) && (kind === 'number' || kind === 'flag')) return [];
        return [
          finding(
            source,
            ['versions', v, 'criteria', c, 'levers', index],
            'lever-without-effect',
            {
              zh: `${criterion.id} 的杠杆 ${fact} 不影响这一条件`,
              en: `The lever ${fact} of ${criterion.id} does not move it`,
            },
            {
              zh: '杠杆须是条件所用的事实（年度事实取最近一年）。',
              en: 'A lever is a fact that the criterion reads, for annual facts that of the last year.',
            },
          ),
        ];
      });
    });
  });
