import * as z from 'zod';

// A worker's first import: the content security policy forbids eval, and zod must not even try it.
z.config({ jitless: true });
