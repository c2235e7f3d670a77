import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { allowUploads, receiveFile } from '../../platform/http/uploads.ts';
import { viewerOfRequest } from '../../platform/http/viewer-of.ts';
import type { Platform } from '../../platform/platform.ts';
import { fileStore, type ImportCase } from './deps.ts';
import { getImportRow } from './find-import.ts';
import { programWords } from './import-job.ts';
import { problemsFile } from './problems-file.ts';
import { largestUpload, receiveImport } from './receive-file.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Upload of ledgers and download of their problems, as streams. */
export async function importFileRoutes(app: FastifyInstance, platform: Platform, limit = largestUpload): Promise<void> {
  await allowUploads(app);
  const caseOf = async (request: FastifyRequest, reply: FastifyReply): Promise<ImportCase> => ({
    ...platform,
    user: await viewerOfRequest(platform.viewerOf, request, reply),
    words: programWords(),
  });

  app.post('/api/files/imports', async (request, reply) => {
    const ctx = await caseOf(request, reply);
    // Asked before a single byte is stored.
    authoriseAnywhere(ctx.user, 'enterprise.import');
    const received = await receiveFile(request, limit);
    try {
      const { source = 'import', district = districtOf(ctx) } = received.fields;
      const { fileName, path, size, sha256 } = received;
      return await receiveImport({ fileName, path, size, sha256, source, district }, ctx);
    } finally {
      await received.discard();
    }
  });

  app.get<{ Params: { id: string } }>('/api/files/imports/:id/problems.xlsx', async (request, reply) => {
    const ctx = await caseOf(request, reply);
    const row = await getImportRow(platform.db, Number(request.params.id) || 0, ctx.user);
    const stream = problemsFile(platform.db, {
      id: row.id,
      file: fileStore(platform.settings.dataDir).fileOf(row.file_key),
      sheet: row.format?.sheet ?? null,
      headerRow: row.format?.headerRow ?? 1,
      headers: row.mapping.map((column) => column.header),
    });
    return reply
      .type(xlsxType)
      .header('content-disposition', `attachment; filename="import-${row.id}-problems.xlsx"`)
      .send(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]));
  });
}

/** Whoever works for one district imports into it; the others have to say which. */
function districtOf({ user, settings }: ImportCase): string {
  const own = [...new Set(user.grants.flatMap((grant) => grant.district ?? []))];
  return own.length === 1 ? own[0]! : settings.district;
}
