def price(count):
    return count * 21
