/** What a server's certificate can be: right, or wrong about one thing. */
export const certificateKinds = ['valid', 'expired', 'wrongHost', 'selfSigned'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export type Certificate = { key: string; cert: string }
export type Certificates = {
  /** The certificate, in PEM, of the authority that has signed all but the self-signed one. */
  ca: string
  of: Readonly<Record<CertificateKind, Certificate>>
}

const day = 86_400_000

/** An authority and one certificate of each kind for 127.0.0.1, good for a day. They live in memory and end with the process. */
export async function makeCertificates(): Promise<Certificates> {
  // Loaded where there is such a door, because loading it takes as long as all the rest of a start.
  const { generate } = await import('selfsigned')
  const yesterday = new Date(Date.now() - day)
  const authority = await generate([{ name: 'commonName', value: 'Mosaic simulator' }], {
    ...common,
    notBeforeDate: yesterday,
    notAfterDate: inDays(1),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const issue = async (ip: string, from: Date, until: Date, isSigned = true): Promise<Certificate> => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: ip }], {
      ...common,
      notBeforeDate: from,
      notAfterDate: until,
      extensions: [
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
      ],
      ...(isSigned && { ca: { key: authority.private, cert: authority.cert } }),
    })
    return { key, cert }
  }
  return {
    ca: authority.cert,
    of: {
      valid: await issue('127.0.0.1', yesterday, inDays(1)),
      expired: await issue('127.0.0.1', inDays(-2), yesterday),
      wrongHost: await issue('192.0.2.1', yesterday, inDays(1)),
      selfSigned: await issue('127.0.0.1', yesterday, inDays(1), false),
    },
  }
}

const common = { keyType: 'ec', algorithm: 'sha256' } as const

function inDays(days: number): Date {
  return new Date(Date.now() + days * day)
}
