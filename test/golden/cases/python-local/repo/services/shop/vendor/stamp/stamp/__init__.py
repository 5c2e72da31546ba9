def stamp(text):
    return f"{text}, said the shop"
