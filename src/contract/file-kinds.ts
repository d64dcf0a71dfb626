/** What may be uploaded, by kind, with the media types that the bytes must have. */
export const FILE_KINDS = {
  image: {
    label: 'Photos and images',
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'image/heif', 'image/avif'],
  },
  pdf: { label: 'PDF', types: ['application/pdf'] },
  document: {
    label: 'Text and office documents',
    types: [
      'text/plain',
      'application/rtf',
      'application/msword',
      'application/vnd.ms-excel',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.spreadsheet',
      'application/vnd.oasis.opendocument.presentation',
    ],
  },
} as const satisfies Record<string, { readonly label: string; readonly types: readonly string[] }>;

export type FileKind = keyof typeof FILE_KINDS;

export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as [FileKind, ...FileKind[]];

/** The kind that a media type belongs to; undefined for what is never taken, such as programs and pages. */
export function fileKindOf(type: string): FileKind | undefined {
  return FILE_KIND_NAMES.find((kind) => FILE_KINDS[kind].types.some((known) => known === type));
}
