import { nanoid } from 'nanoid'
import type { NewId } from '#core/article/factories.ts'

/** Makes ids for blocks that are born in this window. */
export const newBlockId: NewId = () => nanoid()
