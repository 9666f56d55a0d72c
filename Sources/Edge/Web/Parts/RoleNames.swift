package import Kernel
package import Records

/// The names of several roles in one line.
package func roleNames(_ roles: Set<Role>) -> Text {
    let names = Role.allCases.filter(roles.contains).map(\.name)
    return Text(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
}
