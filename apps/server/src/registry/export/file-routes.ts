import { Readable } from 'node:stream';
import { enterpriseFilter } from '@forest/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../platform/fault.ts';
import { viewerOfRequest } from '../../platform/http/viewer-of.ts';
import type { Platform } from '../../platform/platform.ts';
import { xlsxType } from '../../platform/workbook/index.ts';
import type { UseCase } from '../use-case.ts';
import { programVocabulary } from '../vocabulary/program-vocabulary.ts';
import { exportDossier } from './export-dossier.ts';
import { exportEnterprises } from './export-enterprises.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Downloads of the registry: the list with the page's own filters, and one dossier. */
export async function exportFileRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const useCaseOf = async (request: FastifyRequest, reply: FastifyReply): Promise<UseCase> => ({
    ...platform,
    user: await viewerOfRequest(platform.viewerOf, request, reply),
    vocabulary: programVocabulary(),
  });

  app.get('/api/files/enterprises.xlsx', async (request, reply) => {
    const given = await useCaseOf(request, reply);
    const read = enterpriseFilter.safeParse(request.query);
    if (!read.success) throw badFilter(read.error.issues[0]);
    const { name, stream } = await exportEnterprises(read.data, given);
    return attach(reply, name, xlsxType).send(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]));
  });

  app.get<{ Params: { id: string } }>('/api/files/enterprises/:id/dossier.docx', async (request, reply) => {
    const given = await useCaseOf(request, reply);
    const { name, bytes } = await exportDossier(Number(request.params.id) || 0, given);
    return attach(reply, name, docxType).send(bytes);
  });
}

/** Chinese file names need RFC 5987; the plain one is for what does not read that. */
function attach(reply: FastifyReply, name: string, type: string): FastifyReply {
  const plain = `download${name.slice(name.lastIndexOf('.'))}`;
  return reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
}

function badFilter(issue: { path: PropertyKey[]; message: string } | undefined): Fault {
  const place = issue?.path.map(String).join('.') ?? '';
  return new Fault(
    'invalid',
    { zh: `筛选条件 ${place} 不可用：${issue?.message}`, en: `The filter ${place} cannot be used: ${issue?.message}` },
    { zh: '请从列表页面导出。', en: 'Export from the list.' },
  );
}
