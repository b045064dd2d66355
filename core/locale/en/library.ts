import type { library as ar } from '../ar/library.ts'

export const library: Record<keyof typeof ar, string> = {
  title: 'Library',
  search: 'Search articles',
  'search-clear': 'Clear the search',
  states: 'State',
  'taken-back': 'withdrawn and killed',
  all: 'All',
  list: 'Articles',
  'empty-title': 'No articles yet',
  'empty-text': 'Write your first article, or import a text from another program: paste it or open its file.',
  'none-title': 'Nothing here',
  'none-text': 'No article matches your search and the chosen states.',
  'show-all': 'Show all articles',
  'is-more':
    'Very many articles have this: the newest of them were looked at. Add a word or a filter to reach older ones.',
  'found-picture': 'about a picture',
  'found-details': 'in the details',
  'found-note': 'in a note',
  damaged: 'Damaged: what is shown here may not be what was written.',
  found: '{count, plural, =0 {No articles} one {# article} other {# articles}}',
  'who-title': 'Who is writing here?',
  'who-text': 'Your name and role appear in the history of every article.',
  'who-name': 'Name',
  'who-role': 'Role',
}
