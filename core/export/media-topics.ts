/** The top level of IPTC's media topics, in Arabic and English, for receivers that do not have the vocabulary. */
const NAMES: Readonly<Record<string, readonly [ar: string, en: string]>> = {
  '01000000': ['فنون وثقافة وترفيه وإعلام', 'arts, culture, entertainment and media'],
  '02000000': ['جريمة وقانون وعدالة', 'crime, law and justice'],
  '03000000': ['كوارث وحوادث وطوارئ', 'disaster, accident and emergency incident'],
  '04000000': ['اقتصاد وأعمال ومال', 'economy, business and finance'],
  '05000000': ['تعليم', 'education'],
  '06000000': ['بيئة', 'environment'],
  '07000000': ['صحة', 'health'],
  '08000000': ['منوعات إنسانية', 'human interest'],
  '09000000': ['عمل وعمال', 'labour'],
  '10000000': ['أسلوب حياة وأوقات فراغ', 'lifestyle and leisure'],
  '11000000': ['سياسة وحكم', 'politics and government'],
  '12000000': ['دين', 'religion'],
  '13000000': ['علوم وتقنية', 'science and technology'],
  '14000000': ['مجتمع', 'society'],
  '15000000': ['رياضة', 'sport'],
  '16000000': ['نزاع وحرب وسلام', 'conflict, war and peace'],
  '17000000': ['طقس', 'weather'],
}

/** A media topic as the formats write it: an IPTC topic with its digits and names, or a house's own word. */
export type MediaTopic = { digits: string; names: readonly { language: string; name: string }[] } | { word: string }

/** @returns the topic of a code such as `medtop:11000000`. Topics below the top level have no names here. */
export function mediaTopic(code: string): MediaTopic {
  const digits = /^medtop:(\d{8})$/u.exec(code)?.[1]
  if (digits === undefined) return { word: code }
  const known = NAMES[digits]
  if (known === undefined) return { digits, names: [] }
  const [ar, en] = known
  return {
    digits,
    names: [
      { language: 'ar', name: ar },
      { language: 'en', name: en },
    ],
  }
}

/** @returns the URI of an IPTC media topic. */
export function mediaTopicUri(digits: string): string {
  return `http://cv.iptc.org/newscodes/mediatopic/${digits}`
}

/** @returns the name of a media topic: in Arabic for Arabic, else in English; empty if it has none. */
export function mediaTopicName(code: string, language: string): string {
  const topic = mediaTopic(code)
  if ('word' in topic) return ''
  const wanted = /^ar\b/iu.test(language) ? 'ar' : 'en'
  return topic.names.find((each) => each.language === wanted)?.name ?? ''
}
