/**
 * The first import of every React application: what must hold before any other module runs.
 * The content security policy forbids eval, and zod must not even try it: each try is reported as a violation.
 */
import * as z from 'zod';
import { keepFocus } from './focus-keeper.ts';
import './base.css';

z.config({ jitless: true });
keepFocus(document);
