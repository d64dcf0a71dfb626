import { CHANNELS, CLIENTS } from '#api/clients.ts';
import { givenFault, isNamed } from '#format/test-given.ts';
import { isTimeZone } from '#prelude/calendar.ts';
import type { Json } from '#prelude/json.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { Select } from '#ui/select.tsx';
import { languageName } from '../../editor/language-name.ts';
import { useInteraction } from '../../page/editor-context.ts';
import type { GivenOffer } from './given-offers.ts';
import { MomentField } from './moment-field.tsx';
import { ValueField } from './value-field.tsx';

export interface GivenFieldProps {
  offer: GivenOffer;
  value: Json | undefined;
  /** Where the test runs. */
  zone: string;
  onChange(value: Json): void;
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, label: id.replaceAll('_', ' ') }));

const CHANNEL_WORDS = {
  voice: 'Voice',
  chat: 'Chat',
  'e-mail': 'E-mail',
  sms: 'SMS',
  'in-person': 'In person',
} as const;

const CLIENT_WORDS = {
  'agent-desk': 'Agent desk',
  web: 'Web',
  'mobile-web': 'Mobile web',
  api: 'API',
  'ai-agent': 'AI agent',
} as const;

/** One thing that a test gives, in the field that fits it. */
export function GivenField({ offer, value, zone, onChange }: GivenFieldProps) {
  const { languages, variables } = useInteraction();
  const { place, label, kind, options } = offer;
  const [name] = place;
  const text = typeof value === 'string' ? value : '';
  const put = (next: string | null) => {
    if (next !== null && next !== text) onChange(next);
  };
  if (isNamed(name, variables)) {
    switch (name) {
      case 'language':
        return (
          <Select
            label={label}
            options={withOther(
              languages.map((id) => ({ id, label: languageName(id) })),
              text,
            )}
            value={text}
            onChange={put}
          />
        );
      case 'timeZone':
        return <ComboBox<string> label={label} options={withOther(ZONES, text)} value={text} onChange={put} />;
      case 'now':
        return (
          <MomentField
            label="Date of the run"
            value={text}
            zone={isTimeZone(zone) ? zone : 'UTC'}
            onChange={onChange}
          />
        );
      case 'channel':
        return (
          <Select
            label={label}
            options={withOther(
              CHANNELS.map((id) => ({ id, label: CHANNEL_WORDS[id] })),
              text,
            )}
            value={text}
            onChange={put}
          />
        );
      case 'client':
        return (
          <Select
            label={label}
            options={withOther(
              CLIENTS.map((id) => ({ id, label: CLIENT_WORDS[id] })),
              text,
            )}
            value={text}
            onChange={put}
          />
        );
      default:
    }
  }
  return (
    <ValueField
      label={label}
      kind={name === 'customer' ? 'any' : kind}
      options={options}
      value={value}
      onChange={(next) => {
        const fits =
          !isNamed(name, variables) || place[1] !== undefined || givenFault(name, next ?? null) === undefined;
        if (fits) onChange(next ?? null);
      }}
    />
  );
}

/** Offers what stands in the file, too, where it is none of the usual. */
function withOther(options: readonly { readonly id: string; readonly label: string }[], value: string) {
  return options.some(({ id }) => id === value) ? options : [...options, { id: value, label: value }];
}
