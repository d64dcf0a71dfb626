/** Before any schema is made: the content security policy forbids eval, and zod must not even try it. */
import * as z from 'zod';

z.config({ jitless: true });
