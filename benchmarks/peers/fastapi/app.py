"""The platform's own template: FastAPI under uvicorn."""
import time

from fastapi import FastAPI
from pydantic import BaseModel


class Text(BaseModel):
    text: str
    millis: int = 0


class Envelope(BaseModel):
    payload: Text


app = FastAPI()


@app.post("/invoke")
def invoke(envelope: Envelope):
    if envelope.payload.millis:
        time.sleep(envelope.payload.millis / 1000)
    return {"payload": {"words": len(envelope.payload.text.split())}}
