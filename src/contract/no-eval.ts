/**
 * Imported first by programs that run under a content security policy: it forbids eval, and zod must not even try it,
 * as each try is reported as a violation.
 */
import * as z from 'zod';

z.config({ jitless: true });
