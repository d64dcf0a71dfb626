/** Where a session runs. */
export const CLIENTS = ['agent-desk', 'web', 'mobile-web', 'api', 'ai-agent'] as const;

export type Client = (typeof CLIENTS)[number];

/** How the customer came. */
export const CHANNELS = ['voice', 'chat', 'e-mail', 'sms', 'in-person'] as const;

export type Channel = (typeof CHANNELS)[number];
