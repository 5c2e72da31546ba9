def euros(amount):
    return f"{amount} EUR"
