import { block } from './block.ts'
import { common } from './common.ts'
import { library } from './library.ts'
import { importing } from './importing.ts'
import { writing } from './writing.ts'
import { review } from './review.ts'
import { proposals } from './proposals.ts'
import { comments } from './comments.ts'
import { publish } from './publish.ts'
import { checks } from './checks.ts'
import { settings } from './settings.ts'
import { errors } from './errors.ts'
import { cli } from './cli.ts'
import { menu } from './menu.ts'
import { merging } from './merging.ts'
import { history } from './history.ts'
import { store } from './store.ts'
import { bin } from './bin.ts'
import { deliver } from './deliver.ts'
import { destinations } from './destinations.ts'
import { outbox } from './outbox.ts'
import { people } from './people.ts'
import { desk } from './desk.ts'
import { handover } from './handover.ts'

export const en = {
  block,
  common,
  library,
  importing,
  writing,
  review,
  proposals,
  comments,
  desk,
  publish,
  checks,
  settings,
  errors,
  cli,
  menu,
  history,
  merging,
  store,
  people,
  bin,
  deliver,
  destinations,
  outbox,
  handover,
}
