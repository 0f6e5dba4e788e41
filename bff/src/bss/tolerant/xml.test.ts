import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Reading } from './reading.ts'
import { decodeXml, parseXml } from './xml.ts'

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<!-- written by the night run -->
<cat:catalogue xmlns:cat="urn:example" xmlns="urn:default" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b">
  <cat:offer id="7"><name i:type="string">Voce &amp; Dati &#8364; caff&#xE8;</name><code>007</code><price currency="EUR"> 9.99 </price></cat:offer>
  <offer id="8"><name><![CDATA[5 < 6 &amp; <b>7</b>]]></name><note i:nil="true"/></offer>
  <single><x>1</x></single>
</cat:catalogue>
<!-- end -->
`

describe('reading', () => {
  test('names without prefixes, texts as texts, entities decoded, CDATA as it is', () => {
    expect(parseXml(whole)).toEqual({
      catalogue: {
        offer: [
          { '@id': '7', name: 'Voce & Dati € caffè', code: '007', price: { '@currency': 'EUR', '#text': '9.99' } },
          { '@id': '8', name: '5 < 6 &amp; <b>7</b>', note: '' },
        ],
        single: { x: '1' },
      },
    })
  })

  test('one element alone and many read the same', () => {
    const catalogue = new Reading(parseXml(whole), 'catalogue').at('catalogue')
    expect(catalogue.at('offer').items()).toHaveLength(2)
    expect(catalogue.at('single').items()).toHaveLength(1)
    expect(catalogue.at('offer').items()[1]?.at('note').text()).toBeUndefined()
  })

  test('entities that XML does not know are left', () => {
    expect(parseXml('<a>&nbsp;&amp;lt;</a>')).toEqual({ a: '&nbsp;&lt;' })
  })
})

describe('encodings', () => {
  const text = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>caffè</a>`
  test.each([
    ['UTF-8', Buffer.from(text('UTF-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text('utf-8')}`)],
    ['none declared', Buffer.from('<a>caffè</a>')],
    ['ISO-8859-1', Buffer.from(text('ISO-8859-1'), 'latin1')],
    ['windows-1252', Buffer.from(text('windows-1252'), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le')],
  ])('%s', (_name, bytes) => {
    expect(parseXml(decodeXml(bytes))).toEqual({ a: 'caffè' })
  })

  test('one that nobody knows is refused', () => {
    expect(() => decodeXml(Buffer.from(text('klingon-8')))).toThrow('expected a known encoding')
  })
})

describe('refusing', () => {
  test.each([
    ['nothing', ''],
    ['text alone', 'Service Unavailable'],
    ['JSON', '{"a":1}'],
    ['an element that is not closed', '<a><b></a>'],
    ['two roots', '<a></a><b></b>'],
    ['two empty roots', '<a/><b/>'],
    ['two empty roots of one name', '<a/><a/>'],
    ['text after the end', '<a></a>x'],
    ['a comment without an end', '<a></a><!-- x'],
    ['CDATA without an end', '<a><![CDATA[x</a>'],
    ['an ampersand alone', '<a>1 & 2</a>'],
    ['a DOCTYPE', '<!DOCTYPE a><a>1</a>'],
    ['a DOCTYPE with an entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['a DOCTYPE that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a DOCTYPE that explodes', '<!DOCTYPE a [<!ENTITY x "yy"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>'],
    ['a name that would reach a prototype', '<a><__proto__><x>1</x></__proto__></a>'],
    ['depth', '<a>'.repeat(100) + '</a>'.repeat(100)],
  ])('%s', (_name, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: 'XML_UNREADABLE' }))
  })

  test('every cut of a whole document', () => {
    const end = whole.indexOf('</cat:catalogue>') + '</cat:catalogue>'.length
    for (let length = 0; length < end; length++) expect(() => parseXml(whole.slice(0, length))).toThrow('The XML cannot be read')
    expect(() => parseXml(whole.slice(0, end))).not.toThrow()
  })

  test('length, before looking', () => {
    expect(() => parseXml('<a>12345</a>', { maxLength: 10, maxDepth: 5 })).toThrow('at most 10 characters')
  })

  test('nothing of the document stands in the error', () => {
    for (const text of ['<a><secret</a>', '<a secret></a>', 'secret', '<a>secret & x</a>', '<a><__proto__>secret</__proto__></a>']) {
      let message = ''
      try {
        parseXml(text)
      } catch (error) {
        message = `${String(error)} ${String((error as Error).cause)}`
      }
      expect(message).toContain('XML cannot be read')
      expect(message).not.toContain('secret')
    }
  })

  test('throws nothing else, whatever comes', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<a/>',
      '<',
      '>',
      '&',
      ';',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<!DOCTYPE',
      '"',
      'x="1"',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          parseXml(pieces.join(''))
        } catch (error) {
          expect(error).toHaveProperty('code', 'XML_UNREADABLE')
        }
      }),
    )
  })
})
