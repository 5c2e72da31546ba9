import pandas as pd
import streamlit as st

st.title("Rain by month")
st.bar_chart(pd.DataFrame({"month": [1, 2], "mm": [40, 52]}), x="month", y="mm")
