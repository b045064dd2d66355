import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('tests/formats/write.ts', process.argv.slice(2))
