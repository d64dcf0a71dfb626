import * as z from 'zod';
import { FILE_ID_PATTERN, type FileValue } from '#contract/file-value.ts';
import { accountId, sessionId } from './identifier.ts';
import { route } from './route.ts';

/** A file as answers name it. Its type is what its bytes say, whatever the upload called it. */
const file: z.ZodType<FileValue> = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});

const params = z.strictObject({ account: accountId, session: sessionId });

export const fileRoutes = {
  upload: route({
    method: 'POST',
    path: '/accounts/:account/sessions/:session/files',
    says: 'Keeps a file for an answer of one’s own session: multipart/form-data with one part, the file.',
    access: 'sessions.use',
    params,
    answers: { 201: file },
    repeat: 'harmless',
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/sessions/:session/files/:file',
    says: 'Downloads a file of a session; it is never shown within a page of this server.',
    access: 'sessions.use',
    params: params.extend({ file: z.string().regex(FILE_ID_PATTERN, 'this is no id') }),
    answers: { 200: z.string().meta({ description: 'The bytes of the file', format: 'binary' }) },
  }),
};
