/** The lines that somebody types, each as soon as it is entered. */
export async function* typedLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const bytes of input) {
    const lines = (begun + decoder.decode(bytes, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) yield line.trim();
  }
  if (begun !== '') yield begun.trim();
}
