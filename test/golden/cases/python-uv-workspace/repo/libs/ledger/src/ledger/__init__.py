from money import euros


def balance():
    return euros(42)
