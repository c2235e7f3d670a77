import { Button } from 'antd';
import type { Answers } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { identityCopy } from './copy.ts';

type Account = Answers['identity']['signInOptions']['demoAccounts'][number];

/** The demonstration district's accounts: one press fills in the form. Other servers offer none. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly Account[];
  onChoose(account: Account): void;
}) {
  const t = useCopy(identityCopy);
  const say = useSay();
  return (
    <section className="stack" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t.demoAccounts}</h2>
      <p className="muted">{t.demoHint}</p>
      <ul className="demo-accounts">
        {accounts.map((account) => (
          <li key={account.username}>
            <Button block onClick={() => onChoose(account)}>
              {say(account.role)}
              <span className="muted">{account.username}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
