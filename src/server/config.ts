import * as z from 'zod';
import { fail, ok, type Result } from '#prelude/result.ts';
import { readSecretKey } from './secrets/secret-key.ts';

const secretKeyText = z
  .string()
  .refine(
    (text) => readSecretKey(text) !== undefined,
    'write 32 bytes in base64 or hex, as from: openssl rand -base64 32',
  );

const onOrOff = (fallback: '0' | '1') => z.enum(['0', '1']).default(fallback);

const ROLES_OF_A_PROCESS = ['web', 'jobs', 'reports'] as const;

export type ProcessRole = (typeof ROLES_OF_A_PROCESS)[number];

/** Every variable of the environment that the server reads: its check and what `waymark config` says of it. */
const VARIABLES = {
  WAYMARK_HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; 0.0.0.0 for all'),
  WAYMARK_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('The port to listen on; 0 for any free one'),
  WAYMARK_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('The folder of the database, the reports and the key file'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'write it as postgresql://user:password@host/database')
    .optional()
    .describe('An outside PostgreSQL, 15 or newer; without it Waymark starts one of its own in WAYMARK_DATA'),
  WAYMARK_SECRET_KEY: secretKeyText
    .optional()
    .describe(
      'The key that stored secrets are sealed with, 32 bytes in base64 or hex; without it one is made in WAYMARK_DATA, secret.key',
    ),
  WAYMARK_SECRET_KEY_BEFORE: z
    .union([z.literal('lost'), secretKeyText])
    .optional()
    .describe(
      'At a change of that key, once: the key before, whose secrets are sealed anew; lost: they are entered anew',
    ),
  WAYMARK_ALLOW_PRIVATE_CALLS: onOrOff('0').describe(
    '1: connections and mail may lead into private networks, and to this machine without encryption',
  ),
  WAYMARK_DEMO: onOrOff('1').describe('0: start without the demo account'),
  WAYMARK_ADMINISTRATOR: z
    .email()
    .default('admin@waymark.example')
    .describe('Who is made administrator at the first start without demo; the password is printed then'),
  WAYMARK_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The address that people type, such as https://waymark.example.org, where a proxy stands before the server',
    ),
  WAYMARK_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies stand before the server: their X-Forwarded-For is believed'),
  WAYMARK_ROLES: z
    .string()
    .default(ROLES_OF_A_PROCESS.join(','))
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(ROLES_OF_A_PROCESS)).min(1))
    .describe('What this process does: web (answers requests), jobs (background work), reports'),
  WAYMARK_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged, as one JSON line each on standard output'),
} as const;

type Variable = keyof typeof VARIABLES;

const NAMES = Object.keys(VARIABLES) as readonly Variable[];

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  /** Where it is not in the key file of the data folder. */
  readonly secretKey?: string;
  /** The key before it, where it has just changed; or `lost`. */
  readonly secretKeyBefore?: string;
  /** Whether calls and mail may lead into private networks. */
  readonly allowPrivateCalls: boolean;
  readonly demo: boolean;
  /** E-mail address of the administrator that a first start without demo makes. */
  readonly firstAdministrator: string;
  /** Where people reach the server, when that is not where it listens. */
  readonly publicUrl?: string;
  readonly proxies: number;
  readonly roles: readonly ProcessRole[];
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** Reads the environment, or says what is wrong with each variable. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, readonly ConfigProblem[]> {
  const given = Object.fromEntries(NAMES.map((name) => [name, environment[name] || undefined]));
  const read = z.object(VARIABLES).safeParse(given);
  if (!read.success) {
    return fail(read.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message })));
  }
  const values = read.data;
  return ok({
    host: values.WAYMARK_HOST,
    port: values.WAYMARK_PORT,
    dataFolder: values.WAYMARK_DATA,
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    ...(values.WAYMARK_SECRET_KEY === undefined ? {} : { secretKey: values.WAYMARK_SECRET_KEY }),
    ...(values.WAYMARK_SECRET_KEY_BEFORE === undefined ? {} : { secretKeyBefore: values.WAYMARK_SECRET_KEY_BEFORE }),
    allowPrivateCalls: values.WAYMARK_ALLOW_PRIVATE_CALLS === '1',
    demo: values.WAYMARK_DEMO === '1',
    firstAdministrator: values.WAYMARK_ADMINISTRATOR,
    ...(values.WAYMARK_URL === undefined ? {} : { publicUrl: values.WAYMARK_URL }),
    proxies: values.WAYMARK_PROXIES,
    roles: values.WAYMARK_ROLES,
    log: values.WAYMARK_LOG,
  });
}

/** What `waymark config` prints: each variable, what it means, and the value it has now. Passwords and keys are left out. */
export function describeConfig(
  environment: NodeJS.ProcessEnv,
): readonly { readonly variable: string; readonly says: string; readonly value: string; readonly set: boolean }[] {
  return NAMES.map((variable) => {
    const schema: z.ZodType = VARIABLES[variable];
    const given = environment[variable] || undefined;
    const fallback = schema.safeParse(undefined);
    const value = given ?? (fallback.success && fallback.data !== undefined ? String(fallback.data) : '');
    return {
      variable,
      says: schema.description ?? '',
      value: isSecretName(variable) && given !== undefined ? '…' : value.replace(/(:\/\/[^:/@]+):[^@]*@/, '$1:…@'),
      set: given !== undefined,
    };
  });
}

function isSecretName(variable: Variable): boolean {
  return variable === 'WAYMARK_SECRET_KEY' || variable === 'WAYMARK_SECRET_KEY_BEFORE';
}
