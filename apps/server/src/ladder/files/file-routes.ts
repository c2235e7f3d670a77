import { Readable } from 'node:stream';
import { contract } from '@forest/api';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { writeXlsxStream } from 'hucre/xlsx';
import type { z } from 'zod';
import { appendAudit } from '../../platform/audit/index.ts';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { programContent } from '../../platform/content/index.ts';
import { Fault } from '../../platform/fault.ts';
import { viewerOfRequest } from '../../platform/http/viewer-of.ts';
import type { Platform } from '../../platform/platform.ts';
import { todayOf } from '../../registry/index.ts';
import { listCalendar } from '../calendar/list-calendar.ts';
import { listNearMisses, listVerdicts } from '../lists/list-verdicts.ts';
import { listMovement } from '../movement/list-movement.ts';
import type { UseCase } from '../use-case.ts';
import { calendarSheet, movementSheet, type Sheet, verdictSheet } from './sheets.ts';

/** Larger than a page on the screen: a list of a hundred thousand is sorted once for each. */
const PAGE = 5000;

interface Paged {
  page: number;
  pageSize: number;
}

/** A list of the ladder that can be taken away: the page's own filters and the page's own use case. */
interface Export<Input extends Paged, Row> {
  input: z.ZodType<Input>;
  list: (input: Input, context: UseCase) => Promise<{ rows: Row[] }>;
  sheet: Sheet<Row>;
}

type Send = (query: unknown, context: UseCase) => ReadableStream<Uint8Array>;

function exported<Input extends Paged, Row>({ input, list, sheet }: Export<Input, Row>): Send {
  return (query, context) => {
    const read = input.safeParse(query);
    if (!read.success) throw invalid(read.error.issues[0]);
    const { name, columns, cells } = sheet;
    return writeXlsxStream(rowsOf(read.data, list, cells, context), {
      name,
      columns: [...columns],
      freezePane: { rows: 1 },
    });
  };
}

async function* rowsOf<Input extends Paged, Row>(
  input: Input,
  list: Export<Input, Row>['list'],
  cells: Sheet<Row>['cells'],
  context: UseCase,
) {
  for (let page = 1; ; page++) {
    const { rows } = await list({ ...input, page, pageSize: PAGE }, context);
    for (const row of rows) yield cells(row);
    if (rows.length < PAGE) return;
  }
}

const ladder = contract.ladder;
type InputOf<P extends { '~orpc': { inputSchema?: unknown } }> = NonNullable<P['~orpc']['inputSchema']>;
const inputOf = <P extends { '~orpc': { inputSchema?: unknown } }>(procedure: P) =>
  procedure['~orpc'].inputSchema as InputOf<P>;

const exports: Record<string, Send> = {
  'verdicts.xlsx': exported({ input: inputOf(ladder.list), list: listVerdicts, sheet: verdictSheet }),
  'near-misses.xlsx': exported({ input: inputOf(ladder.nearMiss), list: listNearMisses, sheet: verdictSheet }),
  'calendar.xlsx': exported({ input: inputOf(ladder.calendar), list: listCalendar, sheet: calendarSheet }),
  'movement.xlsx': exported({ input: inputOf(ladder.movement), list: listMovement, sheet: movementSheet }),
};

/** GET /api/files/ladder/:list with the filters of the page: what the viewer may see, never more. */
export async function ladderFileRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Params: { list: string } }>('/api/files/ladder/:list', async (request, reply) => {
    const user = await viewerOfRequest(platform.viewerOf, request, reply);
    authoriseAnywhere(user, 'verdict.read');
    authoriseAnywhere(user, 'enterprise.export');
    const { list } = request.params;
    const send = Object.hasOwn(exports, list) ? exports[list] : undefined;
    if (!send) throw noSuchList(list);
    const { db, clock } = platform;
    const stream = send(request.query, { db, clock, user, content: programContent() });
    const district = user.grants.find((grant) => grant.district)?.district ?? null;
    const detail = { query: request.query };
    const entry = { action: 'enterprise.export', subject: { kind: 'ladder', id: list }, district, detail };
    await db.transaction().execute((tx) => appendAudit(tx, { user, clock }, entry));
    return sendFile(reply, stream, `${list.replace('.xlsx', '')}-${todayOf(clock)}.xlsx`);
  });
}

function sendFile(reply: FastifyReply, stream: ReadableStream<Uint8Array>, name: string): FastifyReply {
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]));
}

function noSuchList(list: string): Fault {
  const known = Object.keys(exports).join('、');
  return new Fault(
    'not_found',
    { zh: `没有名单 ${list}。`, en: `There is no list ${list}.` },
    { zh: `可导出：${known}。`, en: `Known: ${known}.` },
  );
}

function invalid(issue: { path: PropertyKey[]; message: string } | undefined): Fault {
  const place = issue?.path.map(String).join('.') ?? '';
  return new Fault(
    'invalid',
    { zh: `参数 ${place} 不可用：${issue?.message}`, en: `The parameter ${place} cannot be used: ${issue?.message}` },
    { zh: '请从页面导出。', en: 'Export from the page.' },
  );
}
