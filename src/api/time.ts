import * as z from 'zod';

/** Milliseconds since 1970-01-01T00:00:00Z, as everywhere in Waymark. */
export const instant = z.int().min(0).meta({ description: 'Milliseconds since 1970-01-01T00:00:00Z' });

/** The same in a query string. */
export const instantInQuery = z.coerce.number().int().min(0);

/** A span of time, milliseconds. */
export const milliseconds = z.number().min(0);
