from flask import Flask
from selenium import webdriver
from selenium.webdriver.common.by import By

app = Flask(__name__)

PAGE = "data:text/html,<h1></h1><script>document.querySelector('h1').textContent = ['driven', 'by', 'Selenium'].join(' ');</script>"


@app.get("/healthz")
def healthz():
    return "ok"


@app.get("/")
def words():
    options = webdriver.ChromeOptions()
    options.add_argument("--headless=new")
    driver = webdriver.Chrome(options=options)
    try:
        driver.get(PAGE)
        return driver.find_element(By.TAG_NAME, "h1").text
    finally:
        driver.quit()
