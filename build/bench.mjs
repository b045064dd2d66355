import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('tests/bench/bench.ts', process.argv.slice(2))
