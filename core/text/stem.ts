import { SINGULARS } from './broken-plurals.ts'
import { PROTECTED } from './protected-words.ts'

/** Of a stem at least so many letters remain: Arabic roots have three. */
const LEAST = 3

/** Before a word: the article with what may stand before it. The longest first. */
const ARTICLES = ['وبال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل']
/** Before a word without the article: «and», and what may follow it. */
const CONJUNCTIONS = ['و', 'ف']
const PREPOSITIONS = ['ب', 'ك', 'ل']
/** After a word: whose it is, or whom it concerns. ه is ة after folding, or a pronoun; they are not told apart. */
const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'كن', 'نا', 'ه']
/** After a word: its number, its gender, its relation. */
const ENDINGS = ['يات', 'يون', 'يين', 'يان', 'يه', 'يا', 'ات', 'ون', 'ين', 'ان', 'وا', 'ه', 'ي', 'ا', 'ت']
/** What may be left out before an ending: «سياسي» is of «سياسة», «فرنسي» of «فرنسا», «روسي» of «روسيا». */
const LEFT_OUT = ['ه', '', 'ي', 'ا', 'يا']

const IS_ARABIC = /^[\u0621-\u064A]+$/u
/** «will», before the letter of a verb. Nouns that begin so are in the list of protected words. */
const FUTURE = /^[وف]?س(?=[يتن])/u

/** Whether a form stands on its own: what follows a clitic that is one, not a letter that looks like it. */
function isKnown(word: string): boolean {
  return PROTECTED.has(word) || SINGULARS.has(word)
}

/** What a known word comes to: a plural to its singular. */
function settled(word: string): string {
  return SINGULARS.get(word) ?? word
}

/** Broken plurals whose measure tells their singular; of others only a list can tell. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  // «قواعد»: «قاعدة», «شوارع»: «شارع»
  [/^([^امت])وا(.)(.)$/u, '$1ا$2$3'],
  // «حقائب»: «حقيبة», «بدائل»: «بديل»
  [/^([^ا])(.)اء(.)$/u, '$1$2ي$3'],
  // «سجناء»: «سجين»
  [/^([^ا])(.)(.)اء$/u, '$1$2ي$3'],
]

function singularByMeasure(word: string): string {
  const measure = MEASURES.find(([plural]) => plural.test(word))
  return measure === undefined ? word : word.replace(measure[0], measure[1])
}

function without(word: string, beginnings: readonly string[], least: number): string {
  const beginning = beginnings.find((each) => word.startsWith(each) && word.length - each.length >= least)
  return beginning === undefined ? word : word.slice(beginning.length)
}

function withoutEnd(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= LEAST)
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

/** Before a pronoun or an ending ة is ت. */
function withTaMarbuta(short: string): string[] {
  return short.endsWith('ت') ? [short, `${short.slice(0, -1)}ه`] : [short]
}

/** Whatever may be left of a word when endings are taken from it, the longest first. */
function formsOf(start: string): string[] {
  const bases = PRONOUNS.filter((each) => start.endsWith(each) && start.length - each.length >= LEAST - 1).flatMap(
    (each) => withTaMarbuta(start.slice(0, start.length - each.length)),
  )
  const cut = [start, ...bases].flatMap((base) =>
    ENDINGS.filter((ending) => base.endsWith(ending) && base.length - ending.length >= LEAST - 1).flatMap((ending) => {
      const short = base.slice(0, base.length - ending.length)
      // Of two letters, more is left than can be known: «قرا» is no «قرية».
      const leftOut = short.length < LEAST ? LEFT_OUT.slice(0, 2) : LEFT_OUT
      return [...withTaMarbuta(short).slice(1), ...leftOut.map((letters) => `${short}${letters}`)]
    }),
  )
  return [start, ...bases, ...cut]
}

/** What may stand before a word, taken from it step by step. */
function startsOf(word: string): Set<string> {
  const bare = without(word, ARTICLES, LEAST)
  const joined = without(word, CONJUNCTIONS, LEAST)
  const free = without(joined, PREPOSITIONS, LEAST)
  return new Set([word, bare, joined, without(joined, ['ال'], LEAST), free])
}

/** A word that no list knows loses its endings, one after the other. */
function withoutEndings(word: string): string {
  const own = withoutEnd(word, PRONOUNS)
  const short = withoutEnd(own, ENDINGS)
  return own === short ? short : withoutEnd(short, ['ي', 'ه', 'ت'])
}

/** A single letter is a particle only when what remains without endings is long enough to be a word. */
function withoutParticles(word: string): string {
  const joined = without(word, CONJUNCTIONS.slice(0, 1), LEAST + 1)
  const free = without(joined, ['ل'], LEAST + 1)
  if (free !== joined) return free
  const loose = without(joined, ['ب', 'ك', 'ف'], LEAST + 1)
  return withoutEndings(loose).length > LEAST ? loose : joined
}

/** The words of the news come again and again. When so many are kept, all are forgotten, and what comes is kept anew. */
const stems = new Map<string, string>()
const MOST_KEPT = 20_000
const LONGEST_KEPT = 24

/**
 * Finds the stem of a word lightly: clitics and endings go, broken plurals of the news come to their singular, and words
 * that only look as if they had clitics stay. After L. Larkey's light stemming, with lists of our own.
 * @param word one word, folded by `fold`
 * @returns its stem, never empty; words of other scripts and numbers as they are.
 */
export function stem(word: string): string {
  if (word.length < LEAST || !IS_ARABIC.test(word)) return word
  const kept = stems.get(word)
  if (kept !== undefined) return kept
  if (stems.size >= MOST_KEPT) stems.clear()
  const found = stemOf(word)
  if (word.length <= LONGEST_KEPT) stems.set(word, found)
  return found
}

function stemOf(word: string): string {
  if (isKnown(word)) return settled(word)
  // A word that is known goes before any rule, under whatever clitics and endings it stands.
  for (const start of startsOf(word)) {
    const known = formsOf(start).find(isKnown)
    if (known !== undefined) return settled(known)
  }
  const verb = word.replace(FUTURE, '')
  if (verb.length >= LEAST && verb !== word) return withoutEndings(verb)
  const bare = without(word, ARTICLES, LEAST)
  const own = withoutEndings(bare)
  const singular = singularByMeasure(own)
  if (singular !== own) return settled(withoutEndings(singular))
  return settled(bare === word ? withoutEndings(withoutParticles(word)) : own)
}
