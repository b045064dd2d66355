const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  typing: () => import('./typing/typing.ts'),
  store: () => import('./store/store.ts'),
  sealing: () => import('./sealing/sealing.ts'),
}

const name = process.argv[2] ?? ''
const bench = BENCHES[name]
if (bench === undefined) {
  process.stderr.write(`Which one? npm run bench -- ${Object.keys(BENCHES).join(' | ')}\n`)
  process.exitCode = 1
} else {
  const { run } = await bench()
  await run()
}
