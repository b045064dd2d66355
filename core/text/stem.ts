import { SINGULARS } from './broken-plurals.ts'
import { PROTECTED } from './protected-words.ts'

/** The least letters of a stem: Arabic roots have three. */
const LEAST = 3

/** Prefixes: the article with the particles before it. The longest first. */
const ARTICLES = ['وبال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل']
/** Prefixes of a word without the article: «and», then a preposition. */
const CONJUNCTIONS = ['و', 'ف']
const PREPOSITIONS = ['ب', 'ك', 'ل']
/** Suffixes: pronouns. ه may also be a folded ة; the two are not distinguished. */
const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'كن', 'نا', 'ه']
/** Suffixes of number, gender and relation. */
const ENDINGS = ['يات', 'يون', 'يين', 'يان', 'يه', 'يا', 'ات', 'ون', 'ين', 'ان', 'وا', 'ه', 'ي', 'ا', 'ت']
/** Letters that a word may lose before an ending: «سياسي» from «سياسة», «فرنسي» from «فرنسا», «روسي» from «روسيا». */
const LOST_LETTERS = ['ه', '', 'ي', 'ا', 'يا']

const IS_ARABIC = /^[\u0621-\u064A]+$/u
/** The future particle before a verb. Nouns that begin like it are protected words. */
const FUTURE = /^[وف]?س(?=[يتن])/u

/** Whether a form is a word in our lists, so that the letters cut off before it were a clitic. */
function isKnown(word: string): boolean {
  return PROTECTED.has(word) || SINGULARS.has(word)
}

/** @returns the singular of a plural in our list; any other word unchanged. */
function singularOf(word: string): string {
  return SINGULARS.get(word) ?? word
}

/** Patterns of broken plurals that have one singular. Other plurals need the list. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // «قواعد»: «قاعدة», «شوارع»: «شارع»
  [/^([^امت])وا(.)(.)$/u, '$1ا$2$3'],
  // «حقائب»: «حقيبة», «بدائل»: «بديل»
  [/^([^ا])(.)اء(.)$/u, '$1$2ي$3'],
  // «سجناء»: «سجين»
  [/^([^ا])(.)(.)اء$/u, '$1$2ي$3'],
]

function singularByPattern(word: string): string {
  const pattern = PATTERNS.find(([plural]) => plural.test(word))
  return pattern === undefined ? word : word.replace(pattern[0], pattern[1])
}

/** Cuts the first of the prefixes that fits, if at least `least` letters remain. */
function withoutPrefix(word: string, prefixes: readonly string[], least: number): string {
  const prefix = prefixes.find((each) => word.startsWith(each) && word.length - each.length >= least)
  return prefix === undefined ? word : word.slice(prefix.length)
}

/** Cuts the first of the suffixes that fits, if enough letters remain. */
function withoutSuffix(word: string, suffixes: readonly string[]): string {
  const suffix = suffixes.find((each) => word.endsWith(each) && word.length - each.length >= LEAST)
  return suffix === undefined ? word : word.slice(0, word.length - suffix.length)
}

/** A ة is written ت before a suffix. @returns the word as it is, and with ة if it may have had one. */
function withTaMarbuta(short: string): string[] {
  return short.endsWith('ت') ? [short, `${short.slice(0, -1)}ه`] : [short]
}

/** @returns the words that a form may be without its suffixes, the longest first. */
function formsOf(start: string): string[] {
  const bases = PRONOUNS.filter((each) => start.endsWith(each) && start.length - each.length >= LEAST - 1).flatMap(
    (each) => withTaMarbuta(start.slice(0, start.length - each.length)),
  )
  const cut = [start, ...bases].flatMap((base) =>
    ENDINGS.filter((ending) => base.endsWith(ending) && base.length - ending.length >= LEAST - 1).flatMap((ending) => {
      const short = base.slice(0, base.length - ending.length)
      // After two letters fewer letters are tried: «قرا» is not «قرية».
      const lost = short.length < LEAST ? LOST_LETTERS.slice(0, 2) : LOST_LETTERS
      return [...withTaMarbuta(short).slice(1), ...lost.map((letters) => `${short}${letters}`)]
    }),
  )
  return [start, ...bases, ...cut]
}

/** @returns the word without its prefixes, as far as each of them may be cut. */
function withoutPrefixes(word: string): Set<string> {
  const afterArticle = withoutPrefix(word, ARTICLES, LEAST)
  const afterAnd = withoutPrefix(word, CONJUNCTIONS, LEAST)
  const afterPreposition = withoutPrefix(afterAnd, PREPOSITIONS, LEAST)
  return new Set([word, afterArticle, afterAnd, withoutPrefix(afterAnd, ['ال'], LEAST), afterPreposition])
}

/** Cuts the suffixes of a word that is in no list, one after the other. */
function withoutSuffixes(word: string): string {
  const withoutPronoun = withoutSuffix(word, PRONOUNS)
  const short = withoutSuffix(withoutPronoun, ENDINGS)
  return withoutPronoun === short ? short : withoutSuffix(short, ['ي', 'ه', 'ت'])
}

/** Cuts one-letter particles. ب, ك and ف are cut only if a long word remains without its suffixes. */
function withoutParticles(word: string): string {
  const afterAnd = withoutPrefix(word, CONJUNCTIONS.slice(0, 1), LEAST + 1)
  const afterLam = withoutPrefix(afterAnd, ['ل'], LEAST + 1)
  if (afterLam !== afterAnd) return afterLam
  const afterParticle = withoutPrefix(afterAnd, ['ب', 'ك', 'ف'], LEAST + 1)
  return withoutSuffixes(afterParticle).length > LEAST ? afterParticle : afterAnd
}

/** Stems that were found. Articles repeat their words. A full cache is emptied. */
const cache = new Map<string, string>()
const MAX_CACHED = 20_000
const LONGEST_CACHED = 24

/**
 * Finds the stem of a word by light stemming, after L. Larkey, with lists of our own: clitics and endings are cut, broken
 * plurals of the news become their singular, and protected words are left whole.
 * @param word one word, folded by `fold`
 * @returns its stem, never empty; numbers and words of other scripts unchanged
 */
export function stem(word: string): string {
  if (word.length < LEAST || !IS_ARABIC.test(word)) return word
  const cached = cache.get(word)
  if (cached !== undefined) return cached
  if (cache.size >= MAX_CACHED) cache.clear()
  const found = stemOf(word)
  if (word.length <= LONGEST_CACHED) cache.set(word, found)
  return found
}

function stemOf(word: string): string {
  if (isKnown(word)) return singularOf(word)
  // A word in our lists, behind any prefixes and before any suffixes, takes precedence over the rules.
  for (const start of withoutPrefixes(word)) {
    const known = formsOf(start).find(isKnown)
    if (known !== undefined) return singularOf(known)
  }
  const verb = word.replace(FUTURE, '')
  if (verb.length >= LEAST && verb !== word) return withoutSuffixes(verb)
  const afterArticle = withoutPrefix(word, ARTICLES, LEAST)
  const short = withoutSuffixes(afterArticle)
  const singular = singularByPattern(short)
  if (singular !== short) return singularOf(withoutSuffixes(singular))
  return singularOf(afterArticle === word ? withoutSuffixes(withoutParticles(word)) : short)
}
