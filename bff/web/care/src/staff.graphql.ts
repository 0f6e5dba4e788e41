/** Who sits at the desk, and what there is to be drawn. */
export const staffDocument = `query CareStaff {
  staff {
    id
    name
    roles
    brand
    can
  }
}`
