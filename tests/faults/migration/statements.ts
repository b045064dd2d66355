/** @returns the statements of a script, one by one; those inside a trigger stay in it. */
export function statementsOf(sql: string): string[] {
  const bare = sql.replaceAll(/^\s*--.*$/gmu, '').replaceAll(/\s--\s.*$/gmu, '')
  const statements: string[] = []
  let begun = ''
  for (const part of bare.split(';')) {
    begun += part
    const isOpen = /^\s*CREATE TRIGGER/u.test(begun) && !/\bEND\s*$/u.test(begun)
    if (isOpen) {
      begun += ';'
      continue
    }
    if (begun.trim() !== '') statements.push(`${begun.trim()};`)
    begun = ''
  }
  return statements
}
