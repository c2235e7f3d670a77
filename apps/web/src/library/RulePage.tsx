import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Answers, api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { LinkButton } from '../shell/parts/LinkButton.tsx';
import { Page, Section } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useMay } from '../shell/session.ts';
import { libraryCopy } from './copy.ts';
import { RuleCases } from './RuleCases.tsx';
import { RuleComparison } from './RuleComparison.tsx';
import { jurisdictionName } from './RuleList.tsx';
import { RuleVersion } from './RuleVersion.tsx';

const route = getRouteApi('/_in/rules/$id');

type Rule = Answers['library']['rules']['get'];

/** One rule to read: what it asks in plain words with its articles, another version beside it, its test cases. */
export function RulePage() {
  const { id } = route.useParams();
  const say = useSay();
  const t = useCopy(libraryCopy);
  const may = useMay();
  const rule = useQuery(api.library.rules.get.queryOptions({ input: { id } }));
  const { data } = rule;
  return (
    <Page
      title={data ? say(data.name) : t.rule}
      lead={data ? `${jurisdictionName(t, data.jurisdiction)} · ${say(data.issuer)}` : undefined}
      actions={
        data?.subject === 'enterprise' &&
        data.inForce !== null &&
        may('verdict.read') && (
          <>
            <LinkButton to="/near-misses" search={{ rule: id }}>
              {t.nearMisses}
            </LinkButton>
            <LinkButton to="/verdicts" search={{ rule: id }}>
              {t.verdictList}
            </LinkButton>
          </>
        )
      }
    >
      <Shown query={rule} lines={12}>
        {(found) => <RuleBody rule={found} />}
      </Shown>
    </Page>
  );
}

function RuleBody({ rule }: { rule: Rule }) {
  const t = useCopy(libraryCopy);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const left = rule.detail.find((one) => one.id === (search.version ?? rule.inForce)) ?? rule.detail.at(-1)!;
  const right = rule.detail.find((one) => one.id === search.beside && one.id !== left.id);
  const options = rule.detail.map((one) => ({
    value: one.id,
    label: `${one.id} · ${t.effective(one.effectiveFrom, one.effectiveTo)}`,
  }));
  return (
    <>
      <Section title={t.documents}>
        <ul className="rule-documents">
          {rule.documents.map((document) => (
            <li key={document.key}>
              {document.url ? (
                <a href={document.url} target="_blank" rel="noreferrer">
                  {document.title}
                </a>
              ) : (
                document.title
              )}
              {document.number && <span className="article"> · {document.number}</span>}
            </li>
          ))}
        </ul>
      </Section>
      {rule.detail.length > 1 && (
        <div className="table-frame version-choice">
          <search className="filter-bar ladder-filters">
            <Field inline label={t.version}>
              {(control) => (
                <Choice
                  {...control}
                  value={left.id}
                  options={options}
                  onChange={(version) => navigate({ search: { ...search, version } })}
                />
              )}
            </Field>
            <Field inline label={t.beside}>
              {(control) => (
                <Choice
                  {...control}
                  value={right?.id ?? ''}
                  options={[{ value: '', label: t.noBeside }, ...options.filter((option) => option.value !== left.id)]}
                  onChange={(beside) => navigate({ search: { ...search, beside: beside || undefined } })}
                />
              )}
            </Field>
          </search>
        </div>
      )}
      {right ? <RuleComparison left={left} right={right} /> : <RuleVersion version={left} />}
      <RuleCases cases={rule.cases} />
    </>
  );
}
