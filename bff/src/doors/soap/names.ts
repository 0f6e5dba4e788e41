/** The namespace of the door's messages and types. It changes with the door's version, and so does its path. */
export const namespace = 'urn:mosaic:self-care:1'
export const path = '/soap/v1'

/** Where a printed WSDL says it is; whoever serves it puts in the address it was asked for at. */
export const location = `http://self-care.invalid${path}`

export const xsd = 'http://www.w3.org/2001/XMLSchema'
export const envelope = 'http://schemas.xmlsoap.org/soap/envelope/'
