import type { Handlers } from '../context.ts'
import { boxOf } from '../handover/box.ts'
import { giveHandover } from '../handover/give.ts'
import { lookAtHandover, takeHandover } from '../handover/take.ts'

export const handoverHandlers: Handlers<'handover'> = {
  'handover.box': boxOf,
  'handover.give': giveHandover,
  'handover.look': lookAtHandover,
  'handover.take': takeHandover,
}
