import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { useDistrict } from '../shell/district.ts';
import { localDay, proseDate } from '../shell/format/date.ts';
import { number } from '../shell/format/number.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { LightMark } from '../shell/parts/Marks.tsx';
import { Page, Section } from '../shell/parts/Page.tsx';
import { Empty, Shown } from '../shell/parts/States.tsx';
import { systemCopy } from './copy.ts';

type Tile = Answers['system']['workbench']['tiles'][number];

/** 工作台: what waits for this person, each number leading to its rows. */
export function Workbench() {
  const t = useCopy(systemCopy);
  const { language } = useLanguage();
  const district = useDistrict();
  const workbench = useQuery(api.system.workbench.queryOptions());
  return (
    <Page
      title={t.workbench}
      lead={
        district && (
          <>
            {t.today(proseDate(localDay(district.serverTime), language))}
            {' · '}
            {district.lastCensus ? t.lastCensus(proseDate(district.lastCensus, language)) : t.noCensus}
          </>
        )
      }
    >
      <Section title={t.tasks}>
        <Shown query={workbench} lines={3}>
          {({ tiles }) =>
            tiles.length === 0 ? (
              <Empty>{t.nothingToDo}</Empty>
            ) : (
              <ul className="tiles">
                {tiles.map((tile) => (
                  <TileLink key={tile.id} tile={tile} />
                ))}
              </ul>
            )
          }
        </Shown>
      </Section>
    </Page>
  );
}

function TileLink({ tile }: { tile: Tile }) {
  const say = useSay();
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(tile.href);
  };
  return (
    <li>
      <a href={tile.href} onClick={follow} className="tile">
        <span className="tile-title">{say(tile.title)}</span>
        <span className="tile-value">{number(tile.value)}</span>
        {tile.light && <LightMark light={tile.light} />}
      </a>
    </li>
  );
}
