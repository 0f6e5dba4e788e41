import { isEnumType, isListType, isNonNullType, isObjectType, isScalarType, isUnionType } from 'graphql'
import type { GraphQLEnumType, GraphQLObjectType, GraphQLType, GraphQLUnionType } from 'graphql'
import type { Contract, Offered } from '../contract.ts'
import { markup, type Markup } from '../markup.ts'
import { namespace, xsd } from './names.ts'

/**
 * The messages and types of the SOAP door as an XML Schema. An object is a sequence of its fields, what may be null may be missing, a list is an element
 * that repeats, and a union is a choice of its members, each under its own name.
 */
export function createXsd({ schema, operations }: Contract): Markup {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation'].includes(name))
  return markup`<xs:schema xmlns:xs="${xsd}" xmlns:tns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
    ${operations.map(messages)}
    <xs:element name="Refusal">
      <xs:complexType>
        ${documentation('Why there is no answer: the detail of every fault.')}
        <xs:sequence>
          <xs:element name="code" type="xs:string">${documentation('Stable, for code to branch on; may grow.')}</xs:element>
          <xs:element name="message" type="xs:string">${documentation('What was expected, what came, and how to mend it.')}</xs:element>
        </xs:sequence>
      </xs:complexType>
    </xs:element>
    ${types.filter(isObjectType).map(objectType)}
    ${types.filter(isUnionType).map(unionType)}
    ${types.filter((type) => isEnumType(type) && !isOwnName(type)).map((type) => enumType(type as GraphQLEnumType))}
  </xs:schema>`
}

function messages({ name, description, inputs, root, output }: Offered): Markup {
  return markup`<xs:element name="${name}">
      <xs:complexType>
        ${documentation(description)}
        <xs:sequence>${inputs.map(
          (input) => markup`<xs:element name="${input.name}" type="${typeName(input.type)}" minOccurs="${input.isRequired ? 1 : 0}">
            ${documentation(input.description)}
          </xs:element>`,
        )}</xs:sequence>
      </xs:complexType>
    </xs:element>
    <xs:element name="${name}Response">
      <xs:complexType><xs:sequence><xs:element name="${root}" type="${typeName(output)}"/></xs:sequence></xs:complexType>
    </xs:element>`
}

function objectType(type: GraphQLObjectType): Markup {
  const fields = Object.values(type.getFields()).filter((field) => field.name !== '__typename')
  return markup`<xs:complexType name="${type.name}">
      ${documentation(type.description)}
      <xs:sequence>${fields.map(
        (field) => markup`<xs:element name="${field.name}" type="${typeName(field.type)}"${occurrences(field.type)}>
          ${documentation(field.description)}
        </xs:element>`,
      )}</xs:sequence>
    </xs:complexType>`
}

function unionType(type: GraphQLUnionType): Markup {
  return markup`<xs:complexType name="${type.name}">
      ${documentation(type.description)}
      <xs:choice>${type.getTypes().map(({ name }) => markup`<xs:element name="${name}" type="tns:${name}"/>`)}</xs:choice>
    </xs:complexType>`
}

function enumType(type: GraphQLEnumType): Markup {
  return markup`<xs:simpleType name="${type.name}">
      ${documentation(type.description)}
      <xs:restriction base="xs:string">${type
        .getValues()
        .map(
          ({ name, description }) => markup`<xs:enumeration value="${name}">${documentation(description)}</xs:enumeration>`,
        )}</xs:restriction>
    </xs:simpleType>`
}

/** The name of a type as a type: in XML the name of the element says it. */
function isOwnName({ name }: GraphQLEnumType): boolean {
  return name.endsWith('Name')
}

function occurrences(type: GraphQLType): Markup {
  const inner = isNonNullType(type) ? type.ofType : type
  if (isListType(inner)) return markup` minOccurs="0" maxOccurs="unbounded"`
  return isNonNullType(type) ? markup`` : markup` minOccurs="0"`
}

const scalars: Record<string, string> = {
  ID: 'string',
  String: 'string',
  Int: 'int',
  Float: 'double',
  Boolean: 'boolean',
  DateTime: 'dateTime',
  URL: 'anyURI',
}

function typeName(type: GraphQLType): string {
  if (isNonNullType(type) || isListType(type)) return typeName(type.ofType as GraphQLType)
  if (!isScalarType(type)) return `tns:${String(type)}`
  const name = scalars[type.name]
  if (name === undefined) throw new TypeError(`The scalar ${type.name} has no type in XML Schema: give it one here`)
  return `xs:${name}`
}

function documentation(text: string | null | undefined): Markup | undefined {
  return text ? markup`<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>` : undefined
}
