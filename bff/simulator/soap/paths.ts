/** The billing service: its WSDL at `?wsdl`, its calls by POST. */
export const soapPath = '/soap/billing'
