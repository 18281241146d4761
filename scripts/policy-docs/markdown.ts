type Cells = readonly string[];
const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;

export const table = (head: Cells, rows: readonly Cells[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
export const code = (name: string): string => `\`${name}\``;
export const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
