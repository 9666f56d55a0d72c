"""A program that asks `/api/v1/graphql` over one kept connection, and documents to ask with: valid ones, broken ones, foolish ones."""
import http.client
import json
import random
import re
import urllib.parse

import program

PASSWORD = "晨雾里的第三班渡轮准时离港"


class Client:
    """Speaks HTTP with a token."""

    def __init__(self, port, token, language="en"):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept-Language": language}

    def send(self, method, path, body=None, headers=None):
        self.connection.request(method, path, body, {**self.headers, **(headers or {})})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def ask(self, query, variables=None, operation=None):
        """The whole answer, data and errors."""
        body = json.dumps({"query": query, "variables": variables, "operationName": operation})
        status, answer = self.send("POST", "/api/v1/graphql", body.encode("utf-8", "surrogatepass"))
        assert status == 200, (status, answer[:400])
        return json.loads(answer)

    def data(self, query, variables=None):
        answer = self.ask(query, variables)
        assert "errors" not in answer, (query, answer["errors"])
        return answer["data"]

    def get(self, path):
        status, answer = self.send("GET", path)
        assert status == 200, (path, status, answer[:400])
        return json.loads(answer)


def signed_in(folder, port, name, *roles, language="en"):
    """A client for a new account, with a token that may do all that the account may."""
    added = program.run("user", "add", "--data", folder, *[part for role in roles for part in ("--role", role)], name, stdin=PASSWORD + "\n")
    assert added.returncode == 0, added.stderr
    made = program.run("token", "create", "--data", folder, "--user", name, "--scope", "view", "--scope", "edit", "--json")
    assert made.returncode == 0, made.stderr
    return Client(port, re.search(r'"(yc_[^"]+)"', made.stdout)[1], language)


def address(**fields):
    return "/api/v1/graphql?" + urllib.parse.urlencode(fields)


# --- Documents of the grammar, whatever they mean ------------------------------------------------------------------

class Grammar:
    """Documents that can be read, drawn by chance from the grammar's rules (October 2021)."""

    NAMES = ["a", "B", "_x", "on", "query", "fragment", "type", "nullable", "trueish", "f1", "mutation", "input"]
    STRINGS = ['""', '"x"', '"\\n\\"\\u4E2D"', '"\\u{1F600}"', '"\\uD83D\\uDE00"', '"""block"""', '"""\n  two\n    lines \\""" \n"""', '"中文"',
               '""""""', '"# no comment"']
    NUMBERS = ["0", "-1", "12", "0.5", "-0.0", "1e9", "2E-3", "1.5e+2", "-0"]
    BLANKS = [" ", "\n", "\t", ", ", " # comment\n", "\r\n", "\ufeff", "\r"]

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def pick(self, items):
        return self.dice.choice(items)

    def some(self, make, least=0, most=3):
        return [make() for _ in range(self.dice.randint(least, most))]

    def blank(self):
        return self.pick(self.BLANKS) if self.dice.random() < 0.3 else " "

    def join(self, parts):
        return "".join(part + self.blank() for part in parts)

    def maybe(self, chance, make):
        return [make()] if self.dice.random() < chance else []

    def name(self):
        return self.pick(self.NAMES)

    def value(self, constant=False, depth=0):
        kinds = ["number", "string", "word", "list", "object"] + ([] if constant else ["variable"])
        kind = self.pick(kinds if depth < 3 else ["number", "string", "word"])
        if kind == "number":
            return self.pick(self.NUMBERS)
        if kind == "string":
            return self.pick(self.STRINGS)
        if kind == "word":
            return self.pick(["true", "false", "null", "RED", "on", "a_1"])
        if kind == "variable":
            return "$" + self.name()
        if kind == "list":
            return "[" + self.join(self.some(lambda: self.value(constant, depth + 1))) + "]"
        return "{" + self.join(self.some(lambda: self.name() + ":" + self.value(constant, depth + 1))) + "}"

    def arguments(self, constant=False):
        return "(" + self.join(self.some(lambda: self.name() + " : " + self.value(constant), 1)) + ")"

    def directive(self, constant=False):
        return "@" + self.name() + self.join(self.maybe(0.5, lambda: self.arguments(constant)))

    def type(self, depth=0):
        inner = "[" + self.type(depth + 1) + "]" if self.dice.random() < 0.3 and depth < 3 else self.name()
        return inner + self.pick(["", "", "!"])

    def selections(self, depth=0):
        return "{" + self.join(self.some(lambda: self.selection(depth), 1)) + "}"

    def selection(self, depth):
        kind = self.dice.random()
        if kind < 0.7:
            parts = self.maybe(0.2, lambda: self.name() + ":") + [self.name()] + self.maybe(0.3, self.arguments) + self.maybe(0.2, self.directive)
            return self.join(parts + (self.maybe(0.5, lambda: self.selections(depth + 1)) if depth < 4 else []))
        if kind < 0.85 or depth >= 4:
            return self.join(["...", self.pick([name for name in self.NAMES if name != "on"])] + self.maybe(0.2, self.directive))
        return self.join(["..."] + self.maybe(0.6, lambda: "on " + self.name()) + self.maybe(0.2, self.directive) + [self.selections(depth + 1)])

    def definition(self):
        kind = self.dice.random()
        if kind < 0.3:
            return self.selections()
        if kind < 0.5:
            name = self.pick([name for name in self.NAMES if name != "on"])
            return self.join(["fragment", name, "on", self.name()] + self.maybe(0.2, self.directive) + [self.selections()])
        variable = lambda: self.join(["$" + self.name(), ":", self.type()] + self.maybe(0.3, lambda: "= " + self.value(True))
                                     + self.maybe(0.2, lambda: self.directive(True)))
        variables = self.maybe(0.5, lambda: "(" + self.join(self.some(variable, 1)) + ")")
        return self.join([self.pick(["query", "mutation", "subscription"])] + self.maybe(0.6, self.name) + variables
                         + self.maybe(0.2, self.directive) + [self.selections()])

    def document(self):
        return self.blank() + self.join(self.some(self.definition, 1, 2))

    SPLINTERS = list("{}()[]:!$@|&=\"\\#'.-+0e19aZ_, \n\t\0\x07é中😀/?%~`") + ["...", '"""', "\\u", "on", "null", "fragment", "\ufeff", "1.", "..", "\\u{", "{}", "()"]

    def broken(self):
        """A document with one to three places spoilt; some of them can still be read."""
        text = self.document()
        for _ in range(self.dice.randint(1, 3)):
            place, kind = self.dice.randrange(len(text) + 1), self.dice.random()
            if kind < 0.4:
                text = text[:place] + text[place + self.dice.randint(1, 3):]
            elif kind < 0.8:
                text = text[:place] + self.pick(self.SPLINTERS) + text[place:]
            else:
                text = text[:place]
        return text


# --- Documents that a schema may answer ----------------------------------------------------------------------------

class Questions:
    """Queries drawn by chance from a schema; with `errors`, some parts are put wrong on purpose."""

    def __init__(self, schema, seed, errors=0.0, root="Query", only=None):
        self.schema, self.dice, self.errors, self.only, self.root = schema, random.Random(seed), errors, only, root
        self.variables, self.fragments, self.uses = [], [], {}

    def wrong(self):
        return self.dice.random() < self.errors

    def literal(self, kind, depth=0):
        from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull
        if isinstance(kind, GraphQLNonNull):
            return "null" if self.wrong() else self.literal(kind.of_type, depth)
        if self.wrong():
            return self.dice.choice(["{x: 1}", "WORD", "\"text\"", "1.5", "true", "[1]", "99999999999", "null"])
        if isinstance(kind, GraphQLList):
            return self.literal(kind.of_type, depth) if self.dice.random() < 0.2 else "[" + ", ".join(
                self.literal(kind.of_type, depth) for _ in range(self.dice.randint(0, 2))) + "]"
        if isinstance(kind, GraphQLEnumType):
            return self.dice.choice(list(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            names = [name for name, field in kind.fields.items() if isinstance(field.type, GraphQLNonNull) or (depth < 2 and self.dice.random() < 0.15)]
            return "{" + ", ".join(f"{name}: {self.literal(kind.fields[name].type, depth + 1)}" for name in names) + "}"
        return {"Int": "2", "Float": "1.5", "Boolean": "true", "String": '"x"', "ID": '"7"', "Money": '"12.50"', "Share": '"5%"',
                "Day": '"2026-11-21"', "Instant": '"2026-11-21T00:00:00Z"'}[kind.name]

    def argument(self, argument):
        if self.dice.random() < 0.25:
            name = f"v{len(self.variables)}"
            kind = str(argument.type) if not self.wrong() else self.dice.choice(["Int", "[String!]", "PestCard", "Nothing", "Boolean!"])
            self.variables.append(f"${name}: {kind}")
            return "$" + (name if not self.wrong() else name + "x")
        return self.literal(argument.type)

    def arguments(self, arguments):
        from graphql import is_required_argument
        given = [f"{name}: {self.argument(argument)}" for name, argument in arguments.items()
                 if is_required_argument(argument) and not self.wrong() or self.dice.random() < 0.15]
        given += ["strange: 1"] if self.wrong() else []
        given += given[:1] if given and self.wrong() else []
        return "(" + ", ".join(given) + ")" if given else ""

    def directive(self):
        if self.dice.random() > 0.1:
            return ""
        return self.dice.choice([" @include(if: true)", " @skip(if: false)", " @skip(if: true)"] + ([" @skip", " @odd", " @deprecated"] if self.wrong() else []))

    def selections(self, kind, depth=0):
        from graphql import get_named_type, is_composite_type, is_interface_type
        picked, fields = [], [item for item in kind.fields.items() if not self.only or self.only(kind.name, item[0], depth)]
        for name, field in self.dice.sample(fields, min(len(fields), self.dice.randint(1, 4))):
            inner = get_named_type(field.type)
            if is_composite_type(inner) and depth > 3:
                continue
            alias = self.dice.choice(["", "", "", f"{name}_2: "]) if not self.wrong() else "title: "
            shown = name if not self.wrong() else self.dice.choice([name + "s", "titel", "__typename", "id"])
            text = alias + shown + self.arguments(field.args) + self.directive()
            if is_composite_type(inner) != self.wrong():
                text += self.selections(inner, depth + 1) if is_composite_type(inner) else " { x }"
            picked.append(text)
        picked.append("__typename")
        types = list(self.schema.get_possible_types(kind)) if is_interface_type(kind) else [kind]
        if self.dice.random() < 0.3:
            on = self.dice.choice(types) if not self.wrong() else self.schema.type_map[self.dice.choice(["PestCard", "Money", "Query", "Competitor"])]
            if hasattr(on, "fields") and depth < 4:
                picked.append(f"... on {on.name}{self.directive()} {self.selections(on, depth + 1)}")
        if self.dice.random() < 0.2 and depth < 3:
            name = f"part{len(self.fragments)}" if not self.wrong() else "part0"
            self.fragments.append("")
            place = len(self.fragments) - 1
            on = kind if not self.wrong() else self.schema.type_map["PestCard"]
            self.fragments[place] = f"fragment {name} on {on.name} {self.selections(on, depth + 1)}"
            picked.append("..." + name if not self.wrong() else "...nowhere")
        return " { " + " ".join(picked) + " }"

    def document(self):
        self.variables, self.fragments = [], []
        text = self.selections(self.schema.type_map[self.root])
        declared = f"({', '.join(self.variables)})" if self.variables else ""
        return f"query Q{declared}{text}\n" + "\n".join(self.fragments)
